layout(location = 0) in vec3 position;

// The colour pass compares with this depth for equality.
invariant gl_Position;

void main() { gl_Position = viewProjection * vec4(position, 1.0); }
