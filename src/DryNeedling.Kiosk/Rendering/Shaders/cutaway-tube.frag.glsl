in vec3 normal;
in vec3 albedo;
out vec4 colour;

// Clear plastic: only its walls and a reflection are seen.
void main()
{
    vec3 n = normalize(normal);
    vec3 toEye = towardsEye();
    float rimness = edge(n, toEye);
    float across = dot(n, right.xyz) / length(right.xyz);
    float lamp = 1.0 - smoothstep(0.0, 0.18, abs(across + 0.45));
    float wall = rimness * rimness;
    vec3 seen = mix(glass.rgb, vec3(1.0), 0.35 + 0.4 * lamp) * mix(vec3(1.0), albedo, 0.2);
    colour = vec4(mix(seen, sqrt(shade.rgb), look.w * 0.5), look.x * clamp(0.10 + 0.55 * wall + 0.45 * lamp, 0.0, 0.9));
}
