in vec3 normal;
in vec4 skin;
in vec3 place;
out vec4 colour;

uniform vec4 look;   // opacity, glass 0 matte to 1 clear, highlight, dim

const vec3 Warm = vec3(0.560, 0.330, 0.225);
const vec3 Clinical = vec3(0.660, 0.022, 0.030);
const float DotsPerMetre = 105.0;

#ifdef PAINTED
// Dots of a hexagonal grid on one plane; 1 inside a dot, radius in cells.
float dots(vec2 p, float radius, float blur)
{
    p *= DotsPerMetre;
    p.y *= 1.1547;
    float row = floor(p.y);
    p.x += 0.5 * mod(row, 2.0);
    vec2 c = fract(p) - 0.5;
    return 1.0 - smoothstep(radius - blur, radius + blur, length(c));
}

// A stipple that is part of the skin: it turns with the body. Of the three planes the one the skin faces has full dots,
// and towards the next plane they shrink instead of being cut.
float stipple(vec3 n)
{
    vec3 a = abs(n);
    vec3 size = smoothstep(0.45, 0.72, a) * 0.33;
    float blur = clamp(fwidth(place.x) + fwidth(place.y) + fwidth(place.z), 0.0, 0.004) * DotsPerMetre * 0.5 + 0.02;
    return max(max(dots(place.zy, size.x, blur), dots(place.xz, size.y, blur)), dots(place.xy, size.z, blur));
}
#endif

void main()
{
    vec3 n = normalize(normal);
    vec3 toEye = towardsEye();
    float rimness = edge(n, toEye);
    // Glass: nearly clear when seen straight on, bright where it turns away, brighter on the side of the key light.
    float fresnel = rimness * rimness * rimness;
    float lean = 0.62 + 0.38 * dot(n, key.xyz);
    float clear = glass.w * (0.035 + 0.80 * fresnel * lean);

#ifdef GLASS
    vec3 seen = glass.rgb;
    float alpha = clear;
#else
    float solid = 0.0, some = 0.0, painted = 0.0;
#ifdef PAINTED
    float spread = 1.0 - smoothstep(pain.w - 0.05, pain.w, distance(place, pain.xyz));
    solid = smoothstep(0.18, 0.62, skin.x) * spread;
    some = smoothstep(0.18, 0.62, skin.y) * spread;
    float dotted = some > 0.0 ? stipple(n) * some : 0.0;
    painted = max(solid, dotted);
#endif

    vec3 lit = studio(n, toEye, skin.z, vec3(0.40, 0.24, 0.20));
    vec3 warm = encode(Warm * lit);
    vec3 red = encode(Clinical * (lit * 0.75 + 0.30));

    // A breath of matte skin under the paint makes it lie on something.
    float matte = max(1.0 - look.y, max(solid * 0.55, some * 0.34) * (1.0 - look.w));

    vec3 seen = mix(glass.rgb, warm, matte / max(matte + clear * (1.0 - matte), 1e-3));
    float alpha = matte + clear * (1.0 - matte);
    seen = mix(seen, red, painted * 0.88);
    alpha = max(alpha, painted * 0.86);
#endif
    colour = vec4(mix(seen, sqrt(shade.rgb), look.w * 0.6), alpha * look.x);
}
