using DryNeedling.Kiosk.Anatomy;
using DryNeedling.Kiosk.Modeling.Files;

namespace DryNeedling.Kiosk;

/// <summary>A body and what finds its structures under a finger.</summary>
internal sealed record StandingBody(Body Body, Lazy<BodyPicker> Picker);

/// <summary>The other body: read when somebody first asks for it, kept from then on.</summary>
/// <param name="read">Throws <see cref="ModelException"/> when there is none that can be read.</param>
internal sealed class BodySource(Func<Body> read)
{
    private Task<StandingBody>? reading;

    /// <summary>Set where time stands still meanwhile: <see cref="Take"/> then always has it.</summary>
    public bool Waits { get; init; }

    /// <summary>Told on another thread that it has come.</summary>
    public Action? Arrived { get; init; }

    /// <summary>Null while it is being read.</summary>
    /// <exception cref="ModelException">It cannot be read.</exception>
    public StandingBody? Take()
    {
        reading ??= Task.Run(Read);
        return Waits || reading.IsCompleted ? reading.GetAwaiter().GetResult() : null;
    }

    private StandingBody Read()
    {
        try
        {
            Body body = read();
            var picker = BodyPicker.Build(body);
            return new(body, new(() => picker));
        }
        finally
        {
            Arrived?.Invoke();
        }
    }
}
