import type { Locator } from "@playwright/test";
import { create } from "qrcode";

/** The dark and light modules of a QR code, row by row; true is dark. */
export type Modules = boolean[][];

/** How many light modules stand on each side of the picture. */
const quietModules = 2;

/** The modules of the code that says this text, at the till's level of error correction. */
export function modulesOf(text: string): Modules {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  );
}

/**
 * Reads the modules a camera would see: the picture is painted as the browser shows it, and looked at in the middle of
 * each of its `size` by `size` modules.
 */
export function readPicture(picture: Locator, size: number): Promise<Modules> {
  return picture.evaluate(
    async (image: HTMLImageElement, { size, quiet }) => {
      await image.decode();
      const dotsEach = 8;
      const side = (size + 2 * quiet) * dotsEach;
      const canvas = new OffscreenCanvas(side, side);
      const paint = canvas.getContext("2d");
      if (!paint) throw new Error("this browser has no canvas");
      paint.fillStyle = "white";
      paint.fillRect(0, 0, side, side);
      paint.drawImage(image, 0, 0, side, side);
      const middle = (module: number) => (module + quiet) * dotsEach + dotsEach / 2;
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => {
          const [red = 255] = paint.getImageData(middle(column), middle(row), 1, 1).data;
          return red < 128;
        }),
      );
    },
    { size, quiet: quietModules },
  );
}
