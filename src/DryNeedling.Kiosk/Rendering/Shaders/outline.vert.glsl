layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normalAndOcclusion;

uniform vec4 outline; // x width in pixels

// The silhouette pushed out by a constant number of pixels.
void main()
{
    vec4 at = viewProjection * vec4(position, 1.0);
    vec4 along = viewProjection * vec4(normalAndOcclusion.xyz, 0.0);
    vec2 direction = along.xy * at.w - at.xy * along.w;
    direction *= screen.xy;
    float size = max(length(direction), 1e-6);
    at.xy += direction / size * outline.x * 2.0 * screen.zw * at.w;
    gl_Position = at;
}
