uniform vec4 place; // xy top left corner in pixels from the screen's top left, zw 2 / size of the screen
uniform vec4 axes;  // the two edges from that corner, pixels
uniform vec4 part;  // left, top, width, height within the texture, fractions

out vec2 texel;
out float row;

void main()
{
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 px = place.xy + corner.x * axes.xy + corner.y * axes.zw;
    row = px.y;
    texel = part.xy + corner * part.zw;
    gl_Position = vec4(px.x * place.z - 1.0, 1.0 - px.y * place.w, 0.0, 1.0);
}
