in vec3 normal;
in vec3 albedo;
in vec4 place;
in vec4 surface;
out vec4 colour;

void main()
{
    vec3 n = normalize(normal);
    vec3 toEye = towardsEye();
    vec3 own = albedo;
#ifdef SKIN
    // On the cut the surface is thin and brown; below it pegs reach down into the pale, felted dermis.
    float wave = abs(fract(surface.x * 17.0 + 0.3 * abs(fract(surface.x * 5.3) - 0.5)) * 2.0 - 1.0);
    float peg = 0.017 + 0.011 * wave * wave * (3.0 - 2.0 * wave);
    float felt = abs(fract(surface.y * 61.0 + 0.9 * abs(fract(surface.x * 7.0) * 2.0 - 1.0)) * 2.0 - 1.0);
    vec3 dermis = vec3(0.800, 0.480, 0.410) * (0.94 + 0.10 * felt * (1.0 - smoothstep(0.2, 0.6, fwidth(surface.y) * 61.0)));
    own = mix(own, vec3(0.420, 0.190, 0.130), smoothstep(0.006, 0.012, surface.y));
    own = mix(own, dermis, smoothstep(peg - 0.004, peg + 0.004, surface.y));
#endif
    vec3 light = own * 0.86 * studio(n, toEye, place.w, vec3(0.40, 0.28, 0.20));
    float sheen = max(dot(n, normalize(key.xyz + toEye)), 0.0);
    sheen *= sheen; sheen *= sheen; sheen *= sheen;
    light += sheen * sheen * place.w * 0.06;
    colour = present(inBlock(light, surface, place, place.w), edge(n, toEye), place.w);
}
