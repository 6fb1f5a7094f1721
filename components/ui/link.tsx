import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A way to another page of the app. Nothing of that page is asked for before it is pressed: all of them depend on who asks and when, so that
 * asking ahead brings none of their content, and costs two requests for each link on the screen.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}
