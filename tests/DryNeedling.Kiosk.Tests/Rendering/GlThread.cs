using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace DryNeedling.Kiosk.Tests.Rendering;

/// <summary>A GL context belongs to a thread and xunit moves tests between threads: GL tests run here.</summary>
internal static class GlThread
{
    private static readonly BlockingCollection<Action> Work = Start();

    public static void Run(Action test)
    {
        using ManualResetEventSlim done = new();
        ExceptionDispatchInfo? failure = null;
        Work.Add(() =>
        {
            try
            {
                test();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            done.Set();
        });
        done.Wait();
        failure?.Throw();
    }

    private static BlockingCollection<Action> Start()
    {
        BlockingCollection<Action> work = [];
        Thread thread = new(() =>
        {
            foreach (Action action in work.GetConsumingEnumerable())
                action();
        })
        {
            IsBackground = true,
            Name = "GL",
        };
        thread.Start();
        return work;
    }
}
