// Loaded before the program: lets a promise fall uncaught when the process gets SIGUSR2, as a library may.
process.on("SIGUSR2", () => void Promise.reject(new Error("a library let this fall")));
