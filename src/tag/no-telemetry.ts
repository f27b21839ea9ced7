// Imported before the ONNX runtime: since 1.30 it keeps a device id and a database of usage events in the user's cache unless it is told not to. Readout sends and keeps nothing.
process.env.ORT_DISABLE_TELEMETRY = "1";
