/** A window and a freeze as they are declared, to paste into the entity's file. */
export function windowSnippet(zone: string): string {
  return `spec:
  infra:
    schema: infra-overview.io/v1alpha1
    environments:
      - name: production
        stage: production
        deploy:
          windows:       # the first window closes all other times
            - id: mornings
              kind: allow
              title: Weekday mornings
              timeZone: ${zone}
              schedule: { type: weekly, days: [mon, tue, wed, thu], from: '09:00', to: '12:00' }
          freezes:
            - id: year-end
              title: Year end
              reason: Nobody is here to repair it
              timeZone: ${zone}
              schedule: { type: yearly, month: 12, on: { day: 24 }, from: '00:00', to: '24:00', toDayOffset: 8 }
`;
}
