layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndOcclusion;
layout(location = 2) in vec2 fibreAt;
layout(location = 3) in vec4 paint;

out vec3 normal;
out vec4 fibre; // along, across, belly 1 to tendon 0, ambient occlusion

void main()
{
    gl_Position = viewProjection * vec4(position, 1.0);
    normal = normalAndOcclusion.xyz;
    fibre = vec4(fibreAt, paint.x, normalAndOcclusion.w);
}
