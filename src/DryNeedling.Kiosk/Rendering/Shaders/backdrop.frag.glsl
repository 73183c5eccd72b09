in vec2 at;
out vec4 colour;

void main()
{
    vec3 base = mix(bottom.rgb, top.rgb, smoothstep(-1.0, 1.0, at.y));
    vec2 d = (at - vec2(right.w, up.w + 0.10)) * vec2(screen.x * screen.w, 1.0) / pool.w;
    float glow = max(1.0 - dot(d, d), 0.0);
    // Half a step of noise: a dark gradient in 8 bits shows its steps otherwise.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    colour = vec4(base + pool.rgb * glow * glow + (noise - 0.5) / 255.0, 1.0);
}
