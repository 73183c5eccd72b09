using DryNeedling.Kiosk.Layout;
using DryNeedling.Kiosk.Ui.Painting;

namespace DryNeedling.Kiosk.Ui;

/// <summary>A control as planned; those of scrolled content lie in it as if the card were scrolled to its top.</summary>
internal readonly record struct PlannedControl(Control Control, bool Scrolls);

/// <summary>Everything the interface shows for one state: what is painted where, and what can be touched.</summary>
internal sealed class ScreenPlan
{
    /// <summary>Lowest first.</summary>
    public List<PanelPlan> Panels { get; } = [];

    /// <summary>In reading order; a control lies above those before it.</summary>
    public List<PlannedControl> Controls { get; } = [];

    /// <summary>What is left for the body.</summary>
    public Box FreeArea { get; set; }

    /// <summary>Where scrolled content is seen.</summary>
    public Box Window { get; set; }

    public float ContentHeightMm { get; set; }

    public float MaxScrollMm => MathF.Max(0, ContentHeightMm - Window.Height);

    /// <summary>Adds the panels, controls and scrolled content of another plan on top.</summary>
    public void Append(ScreenPlan card)
    {
        Panels.AddRange(card.Panels);
        Controls.AddRange(card.Controls);
        (Window, ContentHeightMm) = (card.Window, card.ContentHeightMm);
    }

    /// <summary>Controls from here on are modal: nothing before them can be touched.</summary>
    public int? ModalFrom { get; set; }

    /// <summary>The group of panels that all others step back behind while something is modal.</summary>
    public string? ModalGroup { get; set; }

    /// <summary>Moves everything down; the body gets the room that becomes free above.</summary>
    public void MoveDown(float mm)
    {
        for (int i = 0; i < Panels.Count; i++)
            Panels[i] = Panels[i] with { Box = Panels[i].Box.Offset(0, mm), Window = Panels[i].Window?.Offset(0, mm) };
        for (int i = 0; i < Controls.Count; i++)
            Controls[i] = Controls[i] with { Control = Controls[i].Control with { Bounds = Controls[i].Control.Bounds.Offset(0, mm) } };
        Window = Window.Offset(0, mm);
        FreeArea = FreeArea with { Height = FreeArea.Height + mm };
    }
}
