in vec3 normal;
in vec3 albedo;
out vec4 colour;

// Brushed metal in a studio: a bright band where the lamp is, a darker one beside it.
void main()
{
    vec3 n = normalize(normal);
    vec3 toEye = towardsEye();
    float across = dot(n, right.xyz) / length(right.xyz);
    float lamp = 1.0 - smoothstep(0.0, 0.45, abs(across + 0.35));
    float dark = 1.0 - smoothstep(0.0, 0.35, abs(across - 0.30));
    vec3 light = albedo * studio(n, toEye, 1.0, vec3(0.1)) * (0.85 + 0.7 * lamp - 0.35 * dark) + lamp * lamp * 0.35;
    colour = present(light, edge(n, toEye), 1.0);
}
