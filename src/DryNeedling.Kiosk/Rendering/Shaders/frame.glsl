#version 330 core

// What is the same for a whole frame; FrameBlock.cs writes it.
// Colours are stored as they go to the screen. Light is added up in their squares (gamma 2.0, within 3 % of sRGB),
// so one square on the way in and one square root on the way out are the whole colour management.
layout(std140) uniform Frame
{
    mat4 viewProjection;
    vec4 right;    // xyz camera's right x half width at distance 1, w optical centre x
    vec4 up;       // xyz camera's up x half height at distance 1, w optical centre y
    vec4 back;     // xyz unit vector from the target to the camera, w 1 still, 0 moving
    vec4 screen;   // width, height, 1 / width, 1 / height in pixels
    vec4 key;      // xyz direction to the light, w strength; the same for fill and rim
    vec4 fill;
    vec4 rim;
    vec4 sky;      // ambient light from above, w 1 in the light theme
    vec4 ground;   // ambient light from below
    vec4 shade;    // rgb what dimmed structures fade to, squared
    vec4 glass;    // rgb of the skin's rim, w its strength
    vec4 pain;     // xyz where the pain spreads from, w how far, metres
    vec4 top;      // backdrop
    vec4 bottom;
    vec4 pool;     // rgb added behind the body, w its size in half screen heights
};

vec3 encode(vec3 light) { return sqrt(light); }
