"use client";

import { Mail, Smartphone } from "lucide-react";
import type { Ref } from "react";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import type { Country } from "#lib/contact.ts";
import { newSaleWords } from "#lib/words/new-sale-words.ts";

export type ContactKind = "sms" | "email";

export type ContactEntryProps = {
  kind: ContactKind;
  country: Country;
  text: string;
  onText: (text: string, isAtEnd: boolean) => void;
  onKind: (kind: ContactKind) => void;
  active: boolean;
  onActive: () => void;
  onLeave: () => void;
  error: string | null;
  touch: boolean;
  readOnly: boolean;
  ref: Ref<HTMLInputElement>;
};

const examples: Record<Country, string> = { US: "(612) 555-0123", CA: "(416) 555-0123" };

/** Where the link goes: a mobile number, which the keypad writes, or an e-mail, which brings the tablet's keyboard. */
export function ContactEntry(props: ContactEntryProps) {
  const { kind, country } = props;
  const words = useWords(newSaleWords);
  const isPhone = kind === "sms";
  return (
    <Field
      ref={props.ref}
      // Another input, not another type of the same one: tablets change their keyboard only for a newly focused one.
      key={kind}
      label={isPhone ? words.mobile : words.email}
      type={isPhone ? "tel" : "email"}
      inputMode={isPhone && props.touch ? "none" : isPhone ? "tel" : "email"}
      placeholder={isPhone ? examples[country] : words.emailExample}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      data-1p-ignore
      enterKeyHint="go"
      value={props.text}
      readOnly={props.readOnly}
      onFocus={props.onActive}
      onBlur={props.onLeave}
      onChange={(event) => {
        const { value, selectionStart } = event.currentTarget;
        // An e-mail input has no caret to ask for: selectionStart is null there.
        props.onText(value, selectionStart === null || selectionStart === value.length);
      }}
      active={props.active}
      error={props.error}
      reserve
      trailing={
        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onKind(isPhone ? "email" : "sms")}
          className="mr-1 inline-flex min-h-12 shrink-0 items-center gap-2 rounded-small px-3 text-label font-semibold text-soft hover:bg-sunken"
        >
          {isPhone ? <Mail aria-hidden size={18} /> : <Smartphone aria-hidden size={18} />}
          {/* Where the screen is very narrow or magnified the number needs the room. */}
          <span className="max-[359px]:sr-only">{isPhone ? words.useEmail : words.useMobile}</span>
        </button>
      }
    />
  );
}
