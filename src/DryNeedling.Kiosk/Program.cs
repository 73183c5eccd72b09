using DryNeedling.Kiosk.Commands;

return CommandLine.Run(args);
