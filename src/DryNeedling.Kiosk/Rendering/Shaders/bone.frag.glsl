in vec3 normal;
in vec4 fibre;
out vec4 colour;

uniform vec4 nature; // x 1 for cartilage

const vec3 Ivory = vec3(0.700, 0.600, 0.440);
const vec3 Gristle = vec3(0.560, 0.620, 0.600);

void main()
{
    vec3 n = normalize(normal);
    float occlusion = fibre.w;
    vec3 toEye = towardsEye();
    // Hollows of a bone are not only darker but browner.
    vec3 albedo = mix(Ivory, Gristle, nature.x) * mix(vec3(0.86, 0.74, 0.60), vec3(1.0), occlusion);
    vec3 light = albedo * studio(n, toEye, occlusion, vec3(0.22));
    colour = present(light, edge(n, toEye), occlusion);
}
