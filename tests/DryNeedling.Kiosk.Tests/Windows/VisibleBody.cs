using System.Numerics;
using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Geometry;
using DryNeedling.Kiosk.Modeling.Files;
using DryNeedling.Kiosk.Tests.Rendering;

namespace DryNeedling.Kiosk.Tests.Windows;

/// <summary>A body of the running kiosk: its file, and where its parts are seen on a screen.</summary>
internal sealed class VisibleBody
{
    // Wider than a finger's tolerance, so that nothing beside the place can win.
    private const float ClearPx = 16;

    private static readonly Lazy<VisibleBody> ReadOurs = new(() => new(BodyReader.Read(Repository.ModelFile), Repository.ModelFile));

    private readonly Body body;
    private readonly BodyPicker picker;

    private VisibleBody(Body body, string file) => (this.body, picker, File) = (body, BodyPicker.Build(body), file);

    /// <summary>The tests' small body in a temporary folder that goes with the test run.</summary>
    public static VisibleBody Small { get; } = WriteSmall();

    /// <summary>The body that visitors see.</summary>
    public static VisibleBody Ours => ReadOurs.Value;

    public string File { get; }

    /// <summary>A pixel where nothing but this structure is seen, the one that is nearest to the structure's middle.</summary>
    public Vector2 PlaceOf(string id, Capture seen, XServer screen)
    {
        int wanted = body.IndexOf(new(id));
        return Nearest(seen, screen, body.Structures[wanted].Bounds.Center, px => SeenAt(px, seen, screen) == wanted)
            ?? throw new InvalidOperationException($"Nowhere on the screen is {id} seen clearly. It shows {seen.Text}");
    }

    /// <summary>A pixel with neither body nor interface.</summary>
    public Vector2 EmptyPlace(Capture seen, XServer screen) =>
        Nearest(seen, screen, body.Bounds.Center, px => SeenAt(px, seen, screen) is null)
        ?? throw new InvalidOperationException($"No empty place is on the screen. It shows {seen.Text}");

    /// <summary>Where a point of the body (metres) is seen, pixels.</summary>
    public static Vector2 Project(Vector3 point, Capture seen, XServer screen)
    {
        var clip = Vector4.Transform(new Vector4(point, 1), seen.Pose.View * Projection(seen, screen));
        return new((clip.X / clip.W + 1) / 2 * screen.Width, (1 - clip.Y / clip.W) / 2 * screen.Height);
    }

    /// <summary>The point (metres) that a pixel shows in the plane through the camera's target.</summary>
    public static Vector3 PointInTargetPlane(Vector2 px, Capture seen, XServer screen)
    {
        Ray ray = RayThrough(px, seen, screen);
        Vector3 normal = seen.Pose.Backward;
        return ray.At(Vector3.Dot(seen.Pose.Target - ray.Origin, normal) / Vector3.Dot(ray.Direction, normal));
    }

    private static Vector2? Nearest(Capture seen, XServer screen, Vector3 point, Func<Vector2, bool> isRight)
    {
        const int Grid = 12;
        Vector2 middle = Project(point, seen, screen);
        IEnumerable<Vector2> places =
            from y in Enumerable.Range(3, screen.Height / Grid - 6)
            from x in Enumerable.Range(3, screen.Width / Grid - 6)
            select new Vector2(x * Grid, y * Grid);
        foreach (Vector2 place in places.OrderBy(p => Vector2.DistanceSquared(p, middle)))
        {
            if (!seen.HasControlAt(place, ClearPx) && Around(place).All(isRight))
                return place;
        }

        return null;
    }

    private static IEnumerable<Vector2> Around(Vector2 place)
    {
        yield return place;
        for (int i = 0; i < 12; i++)
            yield return place + ClearPx * new Vector2(MathF.Cos(i * MathF.Tau / 12), MathF.Sin(i * MathF.Tau / 12));
    }

    /// <summary>What lies first under a pixel once the skin is off; null beside the body.</summary>
    private int? SeenAt(Vector2 px, Capture seen, XServer screen)
    {
        Ray ray = RayThrough(px, seen, screen);
        (int? nearest, float least) = (null, float.PositiveInfinity);
        for (int i = 0; i < body.Structures.Count; i++)
        {
            if (body.Structures[i].Kind != StructureKind.Skin && picker.Touch(ray, i) is { } hit && hit.Distance < least)
                (nearest, least) = (i, hit.Distance);
        }

        return nearest;
    }

    private static Ray RayThrough(Vector2 px, Capture seen, XServer screen) => Ray.Through(
        new(2 * px.X / screen.Width - 1, 1 - 2 * px.Y / screen.Height), seen.Pose.View, Projection(seen, screen));

    private static Matrix4x4 Projection(Capture seen, XServer screen) => seen.Pose.Projection((float)screen.Width / screen.Height, seen.Centre);

    private static VisibleBody WriteSmall()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kiosk-body-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        string file = Path.Combine(folder.FullName, "body.glb");
        Body body = SampleBody.Create();
        BodyWriter.Write(body, file);
        return new(body, file);
    }
}
