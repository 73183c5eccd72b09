// Unit vector from the drawn point to the eye.
vec3 towardsEye()
{
    vec2 at = gl_FragCoord.xy * screen.zw * 2.0 - 1.0 - vec2(right.w, up.w);
    return normalize(back.xyz - right.xyz * at.x - up.xyz * at.y);
}

// Soft studio light on a matte surface; wrap lets red light bleed past the terminator as it does in flesh.
vec3 studio(vec3 n, vec3 toEye, float occlusion, vec3 wrap)
{
    float k = dot(n, key.xyz), f = dot(n, fill.xyz);
    vec3 soft = max((k + wrap) / (1.0 + wrap), 0.0);
    vec3 ambient = mix(ground.rgb, sky.rgb, n.y * 0.5 + 0.5);
    float open = occlusion * occlusion;
    return key.w * soft * soft * mix(0.35, 1.0, occlusion) + fill.w * max(f * 0.6 + 0.4, 0.0) * occlusion + ambient * open;
}

float edge(vec3 n, vec3 toEye) { return 1.0 - clamp(dot(n, toEye), 0.0, 1.0); }
