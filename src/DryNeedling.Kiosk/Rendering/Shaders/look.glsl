uniform vec4 look;   // opacity, glass, highlight, dim

// What every structure does with its light: gains some when chosen, steps back when dimmed, turns to glass.
vec4 present(vec3 light, float rimness, float occlusion)
{
    light += rimness * rimness * rim.w * occlusion * (0.4 + 0.6 * look.z) * vec3(0.72, 0.86, 0.92);
    light *= 1.0 + 0.45 * look.z;
    light = mix(light, shade.rgb + light * 0.12, look.w * 0.74);
    float clear = 0.06 + 0.5 * rimness * rimness;
    vec3 seen = mix(encode(light), glass.rgb, look.y * 0.6);
    return vec4(seen, look.x * mix(1.0, clear, look.y));
}
