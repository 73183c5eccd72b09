in vec2 at;
out vec4 colour;

uniform vec4 tint; // rgb of the shadow, a its strength

void main()
{
    float d = dot(at, at);
    float soft = max(1.0 - d, 0.0);
    colour = vec4(tint.rgb, tint.a * soft * soft * soft);
}
