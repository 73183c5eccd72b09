// What lies in the light of the trigger point, and in the shadow of the needle on the cut.
vec3 inBlock(vec3 light, vec4 surface, vec4 place, float open)
{
    float near = surface.z * surface.z;
    light += near * (0.35 + 0.65 * open) * vec3(1.75, 0.95, 0.42);
    float aside = max(1.0 - abs(place.x - needle.x - 0.007) * 38.0, 0.0);
    float under = clamp((place.y - needle.y) * 30.0, 0.0, 1.0) * clamp((place.z - needle.z + 0.10) * 12.0, 0.0, 1.0) * needle.w;
    return light * (1.0 - 0.55 * aside * aside * under);
}
