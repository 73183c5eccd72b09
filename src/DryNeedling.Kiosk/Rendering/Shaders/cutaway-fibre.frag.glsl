in vec3 normal;
in vec3 albedo;
in vec4 place;
in vec4 surface;
out vec4 colour;

// Fibres side by side: x brightness -1 to 1, y how much of it this pixel can show.
vec2 strands(float across, float along)
{
    float wave = fract(along) * 2.0 - 1.0;
    float s = across + 0.7 * wave * (1.0 - abs(wave));
    float w = fwidth(s), cell = floor(s), t = s - cell;
    float shade = fract(cell * 0.7548776662 + fract(cell * 0.1381966) * 3.1) * 2.0 - 1.0;
    float tent = 1.0 - abs(t * 2.0 - 1.0);
    return vec2(shade * 0.45 + tent * 1.2 - 0.75, 1.0 - smoothstep(0.30, 0.75, w));
}

void main()
{
    vec3 n = normalize(normal);
    float loose = mix(1.0, 1.0 - band.x, surface.w);
    vec2 coarse = strands(surface.y * 9.0, surface.x * 1.3);
    float grain = coarse.x * coarse.y * 0.22;
#ifndef SWIFT
    vec2 fine = strands(surface.y * 30.0, surface.x * 2.1);
    grain += fine.x * fine.y * 0.17;
    // Cross-striation; it runs a little askew from fibre to fibre.
    float s = surface.x * 92.0 + coarse.x * 0.5;
    float stripe = abs(fract(s) * 2.0 - 1.0) * 2.0 - 1.0;
    grain += stripe * (1.0 - smoothstep(0.25, 0.6, fwidth(s))) * 0.10;
#endif
    vec3 toEye = towardsEye();
    vec3 light = albedo * (1.0 + grain * mix(0.75, 1.0, loose)) * studio(n, toEye, place.w, vec3(0.42, 0.20, 0.16));
#ifndef SWIFT
    float sheen = max(dot(n, normalize(key.xyz + toEye)), 0.0);
    sheen *= sheen; sheen *= sheen; sheen *= sheen;
    light += sheen * sheen * place.w * (0.07 + 0.10 * grain) * vec3(1.0, 0.86, 0.78);
#endif
    colour = present(inBlock(light, surface, place, place.w), edge(n, toEye), place.w);
}
