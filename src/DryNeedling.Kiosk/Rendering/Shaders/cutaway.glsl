// What moves in the cut-away block; CutawayBlock.cs writes it.
layout(std140) uniform Cutaway
{
    vec4 layers; // x fat's lift, y skin's lift, z 1 when apart, w dent under the needle
    vec4 band;   // x tightness, y twitch, z glow
    vec4 point;  // xyz trigger point, w height of the skin's cut edge at the needle
    vec4 needle; // x, height of the tip, z, presence
};
