import type { Metadata } from "next";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { refusePage, requireRight } from "#lib/server/auth/session.ts";
import { loadPerson } from "#lib/server/people/list.ts";
import { personWords } from "#lib/words/person-words.ts";
import * as actions from "../actions.ts";
import { PersonPageScreen } from "./person.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(personWords, await currentLocale()).title };
}

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params;
  const viewer = await requireRight("people.manage", "people.see");
  const loaded = await loadPerson(viewer, personId);
  if (!loaded) return refusePage(viewer, "people.see", "unknown_person");
  const { rename, setRole, setOwner, resetPassword, resetSecondFactor, openPin, setDisabled, endSessions } =
    actions;
  return (
    <PersonPageScreen
      {...loaded}
      viewerId={viewer.personId}
      viewerIsOwner={viewer.isOwner}
      actions={{
        ...{ rename, setRole, setOwner, resetPassword, resetSecondFactor },
        ...{ openPin, setDisabled, endSessions },
      }}
    />
  );
}
