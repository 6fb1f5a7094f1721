// Takes every picture in docs/images: `npm run pictures`.
import "./pictures.ts";
import "./pictures-desk.ts";
import "./pictures-languages.ts";
