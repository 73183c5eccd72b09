in vec3 normal;
in vec4 fibre;
out vec4 colour;

uniform vec4 nature; // hue -1 to 1, fibre bundles across, offset of the pattern, 1 when pale throughout (fascia, tendon)

const vec3 Belly = vec3(0.300, 0.032, 0.026);
const vec3 BellyWarm = vec3(0.370, 0.060, 0.034);
const vec3 Tendon = vec3(0.720, 0.610, 0.470);

// Bundles of fibres: each with its own shade, a dark line between two, wandering a little along the muscle.
// x brightness -1 to 1, y slope across the bundle -1 to 1, z how much of it this pixel can show.
vec3 bundles(float across, float along)
{
    // A wave of parabolas; a sine costs several times as much on a machine without a GPU.
    float wave = fract(along * 1.75 + across * 0.111) * 2.0 - 1.0;
    float s = across + 1.4 * wave * (1.0 - abs(wave)) + nature.z;
    float w = fwidth(s);
    float cell = floor(s), t = s - cell;
    float shade = fract(cell * 0.7548776662 + fract(cell * 0.1381966) * 3.1) * 2.0 - 1.0;
    float tent = 1.0 - abs(t * 2.0 - 1.0);
    return vec3(shade * 0.6 + tent - 0.6, 1.0 - t * 2.0, 1.0 - smoothstep(0.25, 0.7, w));
}

void main()
{
    vec3 n = normalize(normal);
    float occlusion = fibre.w;
    float belly = smoothstep(0.12, 0.80, fibre.z) * (1.0 - nature.w);
    vec3 coarse = bundles(fibre.y * nature.y, fibre.x);
#ifdef SWIFT
    // While the body turns, what no eye can follow is left out.
    vec3 fine = vec3(0.0);
#else
    vec3 fine = bundles(fibre.y * nature.y * 3.7, fibre.x * 1.7);
#endif

    // The border between belly and tendon is ragged along the bundles.
    float ragged = smoothstep(0.12, 0.80, fibre.z + coarse.x * coarse.z * 0.16) * (1.0 - nature.w);
    belly = mix(belly, ragged, 0.9);

    vec3 red = mix(Belly, BellyWarm, nature.x * 0.5 + 0.5);
    vec3 albedo = mix(Tendon, red, belly);
    float grain = coarse.x * coarse.z * 0.20 + fine.x * fine.z * 0.16;
    albedo *= 1.0 + grain * mix(0.35, 1.0, belly);

    vec3 toEye = towardsEye();
    vec3 light = albedo * studio(n, toEye, occlusion, mix(vec3(0.20), vec3(0.42, 0.20, 0.16), belly));
#ifndef SWIFT
    // A broad, weak sheen of moist tissue, broken up by the fibres.
    float sheen = max(dot(n, normalize(key.xyz + toEye)), 0.0);
    sheen *= sheen; sheen *= sheen; sheen *= sheen;
    light += sheen * sheen * occlusion * (0.055 + 0.05 * grain) * vec3(1.0, 0.86, 0.78);
#endif
    colour = present(light, edge(n, toEye), occlusion);
}
