import { MessagePage } from "#components/shell/message-page.tsx";

export default function NotFoundPage() {
  return (
    <MessagePage
      title="There is nothing here"
      lines={["The address is wrong, or what it showed is not in your stores."]}
      action={{ label: "To the start", href: "/" }}
    />
  );
}
