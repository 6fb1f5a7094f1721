import type { NextConfig } from "next";

const config: NextConfig = {
  // Native modules and libraries with their own worker or binary files stay outside the bundle.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  typedRoutes: false,
};

export default config;
