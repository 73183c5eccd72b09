namespace DryNeedling.Kiosk.Modeling.Files;

/// <summary>A model file that cannot be used; the message is one line that says what is wrong and what to do.</summary>
public sealed class ModelException(string message) : Exception(message);
