"""The script that Streamlit runs for everybody."""
