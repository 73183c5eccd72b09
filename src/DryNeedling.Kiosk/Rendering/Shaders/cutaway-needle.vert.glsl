layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndOpen;
layout(location = 3) in vec4 tint;

uniform vec4 place; // xyz of the foot

out vec3 normal;
out vec3 albedo;

void main()
{
    gl_Position = viewProjection * vec4(position + place.xyz, 1.0);
    normal = normalAndOpen.xyz;
    albedo = tint.rgb * tint.rgb;
}
