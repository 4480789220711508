"use client";

export { ApolloProvider as GraphqlProvider } from "@apollo/client/react";
