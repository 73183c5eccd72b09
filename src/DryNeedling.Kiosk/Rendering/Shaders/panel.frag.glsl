in vec2 texel;
in float row;
out vec4 colour;

uniform sampler2D picture;
uniform vec4 tint; // premultiplied; 1 for panels as they are
uniform vec4 window; // x first and y last row of the screen it is seen in, z and w lengths of its soft ends, pixels

void main()
{
    float seen = clamp((row - window.x) / max(window.z, 1e-3), 0.0, 1.0) * clamp((window.y - row) / max(window.w, 1e-3), 0.0, 1.0);
    colour = texture(picture, texel) * tint * seen;
}
