using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DryNeedling.Kiosk.Content;

namespace DryNeedling.Kiosk.Tests.Content;

/// <summary>
/// A temporary content folder with one of everything and no mistake: our infraspinatus and the story of it, a condition,
/// a tour, and our zones, terms, sources and strings.
/// </summary>
internal sealed class SmallContent : IDisposable
{
    public const string Muscle = "muscles/infraspinatus.json", Condition = "conditions/shoulder-pain.json";
    public const string Story = "stories/how-it-works.json", Tour = "tours/small.json";

    public SmallContent()
    {
        foreach (string name in new[] { "conditions", "stories", "tours" })
            Directory.CreateDirectory(Path.Combine(Folder, name));
        File.Copy(Path.Combine(OurContent.Folder, Story), Path.Combine(Folder, Story));
        string muscle = File.ReadAllText(Path.Combine(Folder, Muscle));
        Write(Muscle, Regex.Replace(muscle, "\"conditions\": \\[[^]]*]", "\"conditions\": [\"shoulder-pain\"]"));
        Write(Condition, """
            {
              "id": "shoulder-pain",
              "name": { "en": "Shoulder pain", "es": "Dolor de hombro" },
              "synonyms": { "en": ["sore shoulder"], "es": ["hombro dolorido"] },
              "explanation": { "en": "It hurts.", "es": "Duele." },
              "core": ["infraspinatus"],
              "also": [],
              "needling": { "en": "It may help.", "es": "Puede ayudar." },
              "evidence": "low",
              "seeDoctorFirst": { "en": ["A fall"], "es": ["Una caída"] },
              "sources": ["tstrav1999"],
              "review": { "by": null, "on": null }
            }
            """);
        Write(Tour, """
            {
              "id": "small",
              "name": { "en": "A short tour", "es": "Un recorrido corto" },
              "stops": [
                {
                  "seconds": 9,
                  "caption": { "en": "Where does it hurt?", "es": "¿Dónde te duele?" },
                  "view": "front",
                  "layer": "skin",
                  "select": "infraspinatus.R",
                  "triggerPoint": 1,
                  "zones": ["temple.L", "vertex"]
                }
              ],
              "review": { "by": null, "on": null }
            }
            """);
    }

    public string Folder { get; } = OurContent.CopyToNewFolder();

    public (KioskContent? Content, ImmutableArray<ContentFinding> Findings) Read()
    {
        (KioskContent? content, ImmutableArray<ContentFinding> findings) = ContentReader.Read(Folder);
        return (content, content is null ? findings : [.. findings, .. ContentValidator.Validate(content)]);
    }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text, new UTF8Encoding(false));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
