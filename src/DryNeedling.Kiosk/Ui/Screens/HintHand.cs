using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui.Painting;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The hand of the <see cref="GestureHint"/> over the body; a ring around it while it taps. It cannot be touched.</summary>
internal static class HintHand
{
    public const string Group = "hint-hand";

    private const float SizeMm = 17, RingMm = 26;

    public static void Add(ScreenPlan plan, ScreenContext context, HintPhase phase)
    {
        Box free = plan.FreeArea;
        float size = MathF.Min(SizeMm, free.Width * 0.2f), x = free.Center.X, y = free.Y + free.Height * 0.42f;
        if (phase == HintPhase.Tapping)
        {
            float ring = size * RingMm / SizeMm;
            PanelBuilder around = new(context);
            Box circle = new(x - ring / 2, y - ring / 2, ring, ring);
            around.Add(new(PaintKind.Ring, circle, SKColors.White, ring / 2));
            around.AddTo(plan, around.Build(Group + "-ring", Group + "-ring", circle.Inset(-2)));
        }

        PanelBuilder hand = new(context);
        Box disc = new(x - size / 2, y - size / 2, size, size);
        hand.Add(new(PaintKind.Card, disc, context.Theme.Strong, size / 2, Shade: context.Theme.Shadow));
        hand.Icon("pointer", new(x, y), size * 0.56f, context.Theme.OnStrong);
        hand.AddTo(plan, hand.BuildCard(Group, Group, disc));
    }
}
