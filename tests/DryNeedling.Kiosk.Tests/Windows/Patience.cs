using System.Diagnostics;

namespace DryNeedling.Kiosk.Tests.Windows;

internal static class Patience
{
    /// <summary>Asks again and again; fails after a minute.</summary>
    public static void Until(Func<bool> holds, string what)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), $"Not within a minute: {what}.");
            Thread.Sleep(50);
        }
    }
}
