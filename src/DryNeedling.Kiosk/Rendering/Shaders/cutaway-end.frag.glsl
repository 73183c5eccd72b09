in vec3 normal;
in vec3 albedo;
in vec4 place;
in vec4 surface;
out vec4 colour;

// Cut fibres: small rounds in a hexagonal grid, paler membranes between them.
float fibresCut(vec2 p, out float shade)
{
    p.y *= 1.1547;
    float row = floor(p.y);
    p.x += 0.5 * mod(row, 2.0);
    shade = fract(floor(p.x) * 0.7548776662 + row * 0.5698402910 + fract(row * 0.1381966) * 3.1) * 2.0 - 1.0;
    vec2 c = fract(p) - 0.5;
    return dot(c, c) * 4.0;
}

void main()
{
    vec3 n = normalize(normal);
    vec3 toEye = towardsEye();
    float shade;
    float from = fibresCut(surface.xy * 44.0, shade);
    float seen = 1.0 - smoothstep(0.25, 0.7, fwidth(surface.x) * 44.0);
    vec3 cut = albedo * 1.25 * (1.0 + seen * (0.20 * shade + 0.15 * (1.0 - from)));
    cut = mix(cut, vec3(0.46, 0.20, 0.17), seen * smoothstep(0.75, 1.15, from) * 0.55);
    vec3 light = cut * studio(n, toEye, place.w, vec3(0.42, 0.20, 0.16));
    colour = present(inBlock(light, surface, place, place.w), edge(n, toEye), place.w);
}
