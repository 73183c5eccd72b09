using System.Numerics;
using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Learning;

namespace DryNeedling.Kiosk.Rendering.Cutaway;

/// <summary>The uniform block <c>Cutaway</c> of cutaway.glsl, byte for byte (std140: vec4s).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CutawayBlock
{
    public Vector4 Layers, Band, Point, Needle;

    public static CutawayBlock Of(in CutawayLook look)
    {
        CutawayPicture picture = look.Picture;
        float tip = CutawayShape.TipOf(picture);
        return new()
        {
            Layers = new(picture.FatLift, picture.SkinLift, Math.Clamp(picture.FatLift / 0.12f, 0, 1), picture.Dent),
            Band = new(picture.Tightness, picture.Twitch, picture.Glow * (1 + 0.6f * look.Light.Point), 0),
            Point = new(CutawayShape.Curved(CutawayShape.TriggerPoint), CutawayShape.Curved(new(CutawayShape.NeedleX, CutawayShape.SkinTop, CutawayShape.HalfDepth)).Y),
            Needle = new(CutawayShape.NeedleX, tip, CutawayShape.NeedleZ, picture.NeedlePresence),
        };
    }
}
