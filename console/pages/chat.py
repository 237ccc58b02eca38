"""The shopper's page."""

import streamlit as st

from console.i18n import t

st.write(t("The house's advisor"))
