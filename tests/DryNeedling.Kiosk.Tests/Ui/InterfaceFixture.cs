using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Session;
using DryNeedling.Kiosk.Tests.Rendering;
using DryNeedling.Kiosk.Ui;

namespace DryNeedling.Kiosk.Tests.Ui;

/// <summary>The interface alone, with the real content and fonts.</summary>
internal sealed class InterfaceFixture : IDisposable
{
    private static readonly Body Sample = SampleBody.Create();

    public static ScreenMetrics Landscape { get; } = ScreenMetrics.FromDiagonal(1920, 1080, 21.5f);

    public static ScreenMetrics Portrait { get; } = ScreenMetrics.FromDiagonal(1080, 1920, 21.5f);

    public Interface Ui { get; } = new(Repository.FontsFolder) { OffersBodies = true, OffersSpeech = true };

    public static StructureId Muscle { get; } = new("infraspinatus.R");

    public static KioskState CardOpen { get; } = KioskState.Initial.Apply(new Intent.Select(Muscle));

    public void Show(KioskState state, ScreenMetrics screen, float yaw = 0) => Ui.Update(state, Repository.Content, Sample, screen, yaw);

    public void Settle()
    {
        for (int i = 0; i < 20; i++)
            Ui.Advance(TimeSpan.FromMilliseconds(100));
    }

    public Control Control(string id) => Ui.Controls.Single(c => c.Id == id);

    public void Dispose() => Ui.Dispose();
}
