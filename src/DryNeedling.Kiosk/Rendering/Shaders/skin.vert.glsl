layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndOcclusion;
layout(location = 3) in vec4 paint;

#ifdef PAINTED
// Per zone, 0 = no zone: x essential, y spillover, 0 to 1.
layout(std140) uniform Zones { vec4 zone[256]; };
#endif

invariant gl_Position;

out vec3 normal;
out vec4 skin; // essential, spillover, occlusion, -
out vec3 place;

void main()
{
    gl_Position = viewProjection * vec4(position, 1.0);
    normal = normalAndOcclusion.xyz;
    vec2 felt = vec2(0.0);
#ifdef PAINTED
    vec2 first = zone[int(paint.x * 255.0 + 0.5)].xy, second = zone[int(paint.y * 255.0 + 0.5)].xy;
    felt = first * paint.z + second * paint.w;
#endif
    skin = vec4(felt, normalAndOcclusion.w, 0.0);
    place = position;
}
