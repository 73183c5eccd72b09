using System.Collections.Immutable;
using DryNeedling.Kiosk.Content;
using DryNeedling.Kiosk.Tests.Windows;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>Files are edited while the kiosk runs.</summary>
public sealed class TheContentWatch : IDisposable
{
    private readonly SmallContent content = new();
    private readonly ContentWatch watch;
    private int arrivals;

    public TheContentWatch()
    {
        watch = new(content.Folder);
        watch.Start(() => Interlocked.Increment(ref arrivals));
    }

    public void Dispose()
    {
        watch.Dispose();
        content.Dispose();
    }

    [Fact]
    public void An_edited_text_arrives()
    {
        Edit(SmallContent.Muscle, "\"Infraspinatus\"", "\"Rotator\"");

        ContentUpdate update = Next();

        Assert.Equal("Rotator", update.Content!.Muscle("infraspinatus")!.Name.In("en"));
        Assert.Empty(update.Errors);
        Assert.True(arrivals > 0);
        Assert.Null(watch.Take());
    }

    [Fact]
    public void A_broken_edit_brings_its_findings_and_no_content_until_it_is_mended()
    {
        string whole = content.Text(SmallContent.Muscle);
        content.Write(SmallContent.Muscle, whole[..^30]);

        ContentUpdate broken = Next();
        Assert.Null(broken.Content);
        Assert.Equal(("json", $"{content.Folder}/{SmallContent.Muscle}"), (broken.Errors[0].Code, broken.Errors[0].File));

        content.Write(SmallContent.Muscle, whole);
        Assert.NotNull(Next().Content);
    }

    [Fact]
    public void A_name_that_leads_nowhere_keeps_the_old_content_too()
    {
        Edit(SmallContent.Condition, "\"tstrav1999\"", "\"tstrav1998\"");

        ContentUpdate update = Next();

        Assert.Null(update.Content);
        Assert.Equal("unknown-source", Assert.Single(update.Errors).Code);
    }

    [Fact]
    public void A_new_file_and_a_deleted_file_arrive()
    {
        content.Write("tours/second.json", content.Text(SmallContent.Tour).Replace("\"small\"", "\"second\"", StringComparison.Ordinal));
        Assert.Equal(["second", "small"], Next().Content!.Tours.Select(tour => tour.Id));

        File.Delete(Path.Combine(content.Folder, SmallContent.Tour));
        Assert.Equal(["second"], Next().Content!.Tours.Select(tour => tour.Id));
    }

    [Fact]
    public void A_folder_that_vanishes_is_reported_and_its_return_too()
    {
        string away = content.Folder + "-away";
        Directory.Move(content.Folder, away);
        ImmutableArray<ContentFinding> errors = Next().Errors;
        Directory.Move(away, content.Folder);

        Assert.Equal("unreadable-folder", Assert.Single(errors).Code);
        Assert.NotNull(Next().Content);
    }

    private void Edit(string file, string text, string replacement)
    {
        Assert.Contains(text, content.Text(file), StringComparison.Ordinal);
        content.Write(file, content.Text(file).Replace(text, replacement, StringComparison.Ordinal));
    }

    private ContentUpdate Next()
    {
        ContentUpdate? update = null;
        Patience.Until(() => (update = watch.Take()) is not null, "an edit arrives");
        return update!;
    }
}
