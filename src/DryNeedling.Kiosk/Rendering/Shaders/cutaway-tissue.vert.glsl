layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndOpen;
layout(location = 2) in vec2 texture0;
layout(location = 3) in vec4 tint;   // rgb, light while the layers lie together
layout(location = 4) in vec4 bond;   // layer, share in the band's jump, is the band

out vec3 normal;
out vec3 albedo;   // in light, not as on the screen
out vec4 place;    // xyz, light of the surroundings
out vec4 surface;  // texture, glow of the trigger point, is the band

void main()
{
    vec3 p = position;
    vec3 n = normalAndOpen.xyz;
    float own = bond.z;
    float x = p.x - point.x;
    float knot = 1.0 / (1.0 + x * x * 110.0);
    knot *= knot;

    // The band: loose it waves like its neighbours, tight it is straight, thicker, and thickest at the trigger point.
    vec2 way = (tint.xy - 0.5) * 0.25;
    float swell = band.x * (0.06 + 0.62 * knot) + band.y * (0.10 + 0.30 * knot);
    p.yz += own * way * swell;
    p.z += own * band.x * (0.008 + 0.020 * knot);
    p.y += own * (1.0 - band.x) * 0.006 * sin(p.x * 8.0);
    n.x += own * band.x * 0.62 * knot * x * 6.0 * length(way);

    // The twitch: it shortens towards the trigger point and jumps up and out; its neighbours are dragged along a little.
    float jump = band.y * bond.y / (1.0 + x * x * 9.0);
    p.y += jump * 0.050;
    p.z += jump * 0.045;
    p.x -= jump * x * 0.16;

    // Layers apart; under the needle's tip the skin gives way.
    float fat = clamp(bond.x * 2.0, 0.0, 1.0), skin = clamp(bond.x * 2.0 - 1.0, 0.0, 1.0);
    vec2 off = p.xz - needle.xz;
    p.y -= layers.w * fat * mix(0.5, 1.0, skin) / (1.0 + dot(off, off) * 420.0);
    p.y += mix(layers.x * fat, layers.y, skin);

    gl_Position = viewProjection * vec4(p, 1.0);
    normal = n;
    vec3 soft = vec3(0.585, 0.205, 0.175), taut = vec3(0.860, 0.545, 0.475);
    vec3 seen = mix(tint.rgb, mix(soft, taut, band.x * (0.80 + 0.2 * knot)), own);
    albedo = seen * seen;
    place = vec4(p, mix(tint.w, normalAndOpen.w, layers.z));
    vec3 away = p - point.xyz;
    away.x *= 0.8;
    surface = vec4(texture0, band.z * 1.0 / (1.0 + dot(away, away) * 95.0), own);
}
