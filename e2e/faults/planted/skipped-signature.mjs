// @ts-check
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

// A bug for the driver to find: whatever signature a webhook has is taken for Sezzle's.

crypto.timingSafeEqual = () => true;
syncBuiltinESMExports();
