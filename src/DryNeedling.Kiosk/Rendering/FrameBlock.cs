using System.Numerics;
using System.Runtime.InteropServices;
using DryNeedling.Kiosk.Geometry;

namespace DryNeedling.Kiosk.Rendering;

/// <summary>The uniform block <c>Frame</c> of frame.glsl, byte for byte (std140: one matrix, then vec4s).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FrameBlock
{
    public Matrix4x4 ViewProjection;
    public Vector4 Right, Up, Back, Screen, Key, Fill, Rim, Sky, Ground, Shade, Glass, Pain, Top, Bottom, Pool;

    /// <param name="jitter">Moves the picture by a fraction of a pixel, for anti-aliasing over several frames.</param>
    public static FrameBlock Of(BodyScene scene, int width, int height, Vector2 jitter)
    {
        OrbitPose pose = scene.Pose;
        float aspect = (float)width / height, reach = MathF.Tan(OrbitPose.FieldOfView / 2);
        Vector2 centre = scene.Centre + 2 * jitter / new Vector2(width, height);
        Vector3 back = pose.Backward;
        Vector3 right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, back));
        Vector3 up = Vector3.Cross(back, right);
        SceneTheme theme = scene.Theme;
        return new()
        {
            ViewProjection = pose.View * pose.Projection(aspect, centre),
            Right = new(right * reach * aspect, scene.Centre.X),
            Up = new(up * reach, scene.Centre.Y),
            Back = new(back, 0),
            Screen = new(width, height, 1f / width, 1f / height),
            // The lights turn with the camera, like a photographer's around a turntable: no side is ever in the dark.
            Key = new(Direction(-0.52f, 0.62f, 0.59f), theme.KeyStrength),
            Fill = new(Direction(0.80f, 0.05f, 0.55f), theme.FillStrength),
            Rim = new(Direction(0.30f, 0.50f, -0.80f), theme.RimStrength),
            Sky = new(theme.Sky, ReferenceEquals(theme, SceneTheme.Light) ? 1 : 0),
            Ground = new(theme.Ground, 0),
            Shade = new(theme.Dimmed * theme.Dimmed, 0),
            Glass = new(theme.Glass, theme.GlassStrength),
            Pain = new(scene.PainOrigin, MathF.Min(scene.PainRadius, 10)),
            Top = new(theme.Top, 0),
            Bottom = new(theme.Bottom, 0),
            Pool = new(theme.Pool, 1.05f),
        };

        Vector3 Direction(float x, float y, float z) => Vector3.Normalize(right * x + up * y + back * z);
    }
}
