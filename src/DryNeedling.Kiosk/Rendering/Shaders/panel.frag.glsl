in vec2 texel;
out vec4 colour;

uniform sampler2D picture;
uniform vec4 tint; // premultiplied; 1 for panels as they are

void main() { colour = texture(picture, texel) * tint; }
