import { measureAll } from "./measure.ts";

// Measures the database that the environment names; the parent reads what is printed.
console.log(JSON.stringify(await measureAll()));
process.exit(0);
