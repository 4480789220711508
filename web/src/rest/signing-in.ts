"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { Problem } from "@/problem/problem";
import { accounts as base } from "./accounts";
import { call } from "./client";
import { noteSignedIn, wasSignedIn } from "./hint";

interface Session {
  user_id: string;
  expires_at: string;
}

/** The password was right; a code is still to come. */
interface SecondStepAsked {
  token: string;
  expires_at: string;
}

interface NewAccount {
  email: string;
  username: string;
  name: string;
  password: string;
}

interface Credentials {
  /** Email or username. */
  login: string;
  password: string;
}

export type SignedIn = Session | SecondStepAsked;

/** The token of a sign-in that waits for a code, or null for one that is done. */
export function pendingToken(outcome: SignedIn): string | null {
  return "token" in outcome ? outcome.token : null;
}

function note(outcome: SignedIn) {
  if (pendingToken(outcome) === null) noteSignedIn(true);
}

export function useSignUp() {
  return useMutation<Session, Problem, NewAccount>({
    mutationFn: (account) => call("POST", `${base}/sign-up`, account),
    onSuccess: note,
  });
}

export function useSignIn() {
  return useMutation<SignedIn, Problem, Credentials>({
    mutationFn: (credentials) => call("POST", `${base}/sign-in`, credentials),
    onSuccess: note,
  });
}

/** Whether this browser is signed in already; never cached, since another tab may sign out. */
export function useIsSignedIn(): boolean {
  const session = useQuery<Session, Problem>({
    queryKey: ["session"],
    queryFn: () => call("GET", `${base}/session`),
    retry: false,
    // Not while the page is being exported, where there is no browser to remember anything.
    enabled: typeof window !== "undefined" && wasSignedIn(),
    gcTime: 0,
  });
  return session.isSuccess;
}
