out vec2 at;

uniform vec4 disc; // xz of the feet's middle, half width and half depth of the soft disc, metres

void main()
{
    at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 place = disc.xy + at * disc.zw;
    gl_Position = viewProjection * vec4(place.x, 0.0, place.y, 1.0);
}
