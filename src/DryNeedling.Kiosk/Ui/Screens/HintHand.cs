using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui.Painting;
using SkiaSharp;

namespace DryNeedling.Kiosk.Ui.Screens;

/// <summary>The hand of the <see cref="GestureHint"/> over the body, with arrows to both sides or a ring around it. It cannot be touched.</summary>
internal static class HintHand
{
    private const string Group = "hint-hand";

    private const float SizeMm = 17, RingMm = 26, ArrowsWide = 2.6f;

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
            around.AddTo(plan, around.Build(Group + "-ring", Group + "-ring", circle.Inset(-2)) with { ComesAtOnce = true, LeavesAtOnce = true });
        }

        PanelBuilder hand = new(context);
        float wide = phase == HintPhase.Turning ? ArrowsWide * size : size;
        Box disc = new(x - wide / 2, y - size / 2, wide, size);
        hand.Add(new(PaintKind.Card, disc, context.Theme.Strong, size / 2, Shade: context.Theme.Shadow));
        hand.Icon("pointer", new(x, y), size * 0.56f, context.Theme.OnStrong);
        if (phase == HintPhase.Turning)
        {
            hand.Icon("chevron-left", new(disc.X + size * 0.45f, y), size * 0.5f, context.Theme.OnStrong);
            hand.Icon("chevron-right", new(disc.Right - size * 0.45f, y), size * 0.5f, context.Theme.OnStrong);
        }

        hand.AddTo(plan, hand.BuildCard($"{Group}-{phase}", $"{Group}-{phase}", disc) with { ComesAtOnce = true, LeavesAtOnce = true });
    }
}
