/** A service that may always go to production, and never to `frozen`. */
export const SHOP = `
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop, namespace: default }
spec:
  owner: group:default/shop
  infra:
    schema: infra-overview.io/v1alpha1
    environments:
      - { name: production, stage: production, deploy: { openByDefault: true } }
      - name: frozen
        stage: staging
        deploy:
          openByDefault: true
          freezes: [{ id: always, title: Frozen for this test, reason: Nothing may go, schedule: { type: always } }]
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web, namespace: default }
spec: { type: website, lifecycle: production, owner: group:default/shop, system: shop }
`;
