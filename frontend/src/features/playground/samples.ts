import { t } from "../../text";

export interface Sample {
  id: string;
  title: string;
  query: string;
}

// Queries to start from. Each takes the open account's id as its variable.
export const samples = (): Sample[] => [
  {
    id: "access",
    title: t("What I may do in this account"),
    query: `query MyAccess($account: ID!) {
  account(id: $account) {
    providerName
    practiceName
    myAccess {
      title
      level
    }
  }
}`,
  },
  {
    id: "usernames",
    title: t("Who may enter this account"),
    query: `query Usernames($account: ID!) {
  account(id: $account) {
    usernames {
      username
      origin
      since
      privileges {
        section
        level
        grantedBy
      }
    }
  }
}`,
  },
  {
    id: "codes",
    title: t("Diagnosis codes"),
    query: `query DiagnosisCodes($account: ID!) {
  account(id: $account) {
    diagnosisCodes(first: 20) {
      nodes {
        code
        description
        active
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
  },
  {
    id: "activity",
    title: t("The newest events of the activity log"),
    query: `query Activity($account: ID!) {
  account(id: $account) {
    activity(first: 20) {
      nodes {
        occurredAt
        username
        code
        section
        outcome
      }
    }
  }
}`,
  },
];
